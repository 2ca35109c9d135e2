/** The value of a key of a configuration, which Hugo knows in any case. */
export function valueIn(data: Record<string, unknown>, key: string): unknown {
  return Object.entries(data).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}
