import Ajv from 'ajv';
import { parseJsonFeed } from 'feedsmith';

/** JSON Feed 1.1 as a JSON Schema in which the recommendations of the specification are required. */
const author = {
  type: 'object',
  anyOf: [{ required: ['name'] }, { required: ['url'] }, { required: ['avatar'] }],
  properties: {
    name: { type: 'string', minLength: 1 },
    url: { type: 'string', format: 'uri' },
    avatar: { type: 'string', format: 'uri' },
  },
  additionalProperties: false,
};
const language = { type: 'string', pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$' };
const webAddress = { type: 'string', format: 'uri', pattern: '^https?://' };
const attachment = {
  type: 'object',
  required: ['url', 'mime_type'],
  properties: {
    url: webAddress,
    mime_type: { type: 'string', pattern: '^\\w+/[\\w.+-]+$' },
    title: { type: 'string' },
    size_in_bytes: { type: 'integer', minimum: 0 },
    duration_in_seconds: { type: 'number', minimum: 0 },
  },
  additionalProperties: false,
};
const item = {
  type: 'object',
  required: ['id'],
  anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
  properties: {
    id: { type: 'string', minLength: 1 },
    url: webAddress,
    external_url: webAddress,
    title: { type: 'string' },
    content_html: { type: 'string' },
    content_text: { type: 'string' },
    summary: { type: 'string' },
    image: webAddress,
    banner_image: webAddress,
    date_published: { type: 'string', format: 'date-time' },
    date_modified: { type: 'string', format: 'date-time' },
    authors: { type: 'array', minItems: 1, items: author },
    tags: { type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true },
    language,
    attachments: { type: 'array', items: attachment },
  },
  patternProperties: { '^_[^.]': { type: 'object' } },
  additionalProperties: false,
};
const schema = {
  type: 'object',
  required: ['version', 'title', 'home_page_url', 'feed_url', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: webAddress,
    feed_url: webAddress,
    description: { type: 'string' },
    user_comment: { type: 'string' },
    next_url: webAddress,
    icon: webAddress,
    favicon: webAddress,
    authors: { type: 'array', items: author },
    language,
    expired: { type: 'boolean' },
    hubs: { type: 'array' },
    items: { type: 'array', items: item },
  },
  patternProperties: { '^_[^.]': { type: 'object' } },
  additionalProperties: false,
};

const ajv = new Ajv({ allErrors: true });
const validate = ajv.compile(schema);

/** Returns the violations of the specification in a feed. */
export function checkJsonFeed(json: string): string[] {
  const feed = JSON.parse(json) as { items?: { id?: string }[] };
  if (!validate(feed)) return (validate.errors ?? []).map((e) => `${e.dataPath} ${e.message}`);
  const ids = feed.items?.map(({ id }) => id) ?? [];
  return new Set(ids).size === ids.length ? [] : ['two items have one id'];
}

/** Parses a feed with an independent parser. Throws if it is not a JSON Feed. */
export function readJsonFeed(json: string) {
  const feed = parseJsonFeed(json);
  return { ...feed, items: feed.items ?? [] };
}
