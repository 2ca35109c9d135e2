import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';

interface Form {
  name: string;
  description: string;
  body: {
    type: string;
    id: string;
    attributes: { label: string; description?: string };
    validations?: { required: boolean };
  }[];
}

const folder = join(root, '.github', 'ISSUE_TEMPLATE');
const forms = readdirSync(folder).filter((file) => file !== 'config.yml');

test('there is a form for bugs and one for features', () => {
  expect(forms.toSorted()).toEqual(['bug.yml', 'feature.yml']);
});

test.each(forms)('GitHub can read %s', (file) => {
  const form = readForm(file);
  expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
  expect(form.body.length).toBeGreaterThan(0);
  for (const { type, attributes } of form.body) {
    expect(['input', 'textarea']).toContain(type);
    expect(attributes.label).toMatch(/./);
  }
  const ids = form.body.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the bug form requires the version and the output of npm run check', () => {
  const required = readForm('bug.yml').body.filter(({ validations }) => validations?.required);
  expect(required.map(({ id }) => id)).toEqual(expect.arrayContaining(['version', 'check']));
  const { attributes } = required.find(({ id }) => id === 'check')!;
  expect(attributes.label).toContain('npm run check');
});

function readForm(file: string): Form {
  return parse(readFileSync(join(folder, file), 'utf8')) as Form;
}
