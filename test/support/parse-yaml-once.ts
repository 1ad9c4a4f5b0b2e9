import { vi } from 'vitest';
import type { ParsedYaml } from '../../src/packs/parse-yaml.ts';

/**
 * Tests read the same content hundreds of times, with one line of it changed: most of their time was the parsing of YAML. The same text is
 * parsed once in each process here. A parsed document is only read.
 */
const parsed = new Map<string, ParsedYaml>();

vi.mock('../../src/packs/parse-yaml.ts', async (importOriginal) => {
  const { parseYaml } = await importOriginal<typeof import('../../src/packs/parse-yaml.ts')>();
  return {
    parseYaml(text: string): ParsedYaml {
      const known = parsed.get(text) ?? parseYaml(text);
      parsed.set(text, known);
      return known;
    },
  };
});
