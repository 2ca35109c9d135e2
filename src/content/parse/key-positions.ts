import type { FullCode, KeyPath } from '../../schema/finding.ts';
import type { Position } from './position.ts';

/** The position of a key or list item and, if it starts on the same line, of its value. */
export interface KeyPosition {
  path: KeyPath;
  key: Position;
  value?: Position;
}

/** The result of parsing YAML or TOML. */
export interface ParsedKeys {
  data: Record<string, unknown>;
  /** Every key and list item in the order of the file, duplicate keys included. */
  positions: KeyPosition[];
}

/** The reason why a text cannot be parsed, and the position of its cause. */
export interface ParseFailure {
  position: Position;
  code: FullCode;
  message: string;
  remedy: string;
}

/** Returns a path as text that no other path has. */
export function pathText(path: KeyPath): string {
  return JSON.stringify(path);
}
