import type { ZodType } from 'zod';
import { type Locale, locales } from '../../core/locale.ts';
import { policiesSchema } from '../asks-schema.ts';
import { drawingsFileSchema } from '../drawings-schema.ts';
import { contactsFileSchema, levelsFileSchema, toolsFileSchema } from '../guide-facts-schema.ts';
import { policiesFile, readIfThere } from '../load-asks.ts';
import { drawingsFile } from '../load-drawings.ts';
import type { YamlFile } from '../read-yaml.ts';
import { localTexts, type Passage, written } from './passage.ts';

/** The words of contacts, tools, levels, policies and drawings. A section of the law is retold closely, and held against nothing. */
export async function listedPassages(folder: string): Promise<readonly Passage[]> {
  const read = <T>(file: string, schema: ZodType<T>) => readIfThere(folder, file, schema);
  const [contacts, tools, levels, policies, drawings] = await Promise.all([
    read('contacts.yaml', contactsFileSchema),
    read('tools.yaml', toolsFileSchema),
    read('levels.yaml', levelsFileSchema),
    read(policiesFile, policiesSchema),
    read(drawingsFile, drawingsFileSchema),
  ]);
  return locales.flatMap((locale) => [
    ...passagesIn(contacts.value, 'contacts', 'the contact', locale),
    ...passagesIn(tools.value, 'tools', 'the tool', locale),
    ...passagesIn(levels.value, 'levels', 'the level', locale),
    ...passagesIn(policies.value, 'policies', 'the policy', locale),
    ...passagesIn(drawings.value, 'drawings', 'the drawing', locale),
  ]);
}

/** One for each item of the list under `key`: a reader meets its words together. */
function passagesIn<K extends string>(
  file: YamlFile<Readonly<Partial<Record<K, readonly { id: string }[]>>>> | undefined,
  key: K,
  kind: string,
  locale: Locale,
): readonly Passage[] {
  const items: readonly { id: string }[] = file?.value[key] ?? [];
  return items.map((item, index) => ({
    ...{ name: `${kind} ${item.id}`, locale, labels: [] },
    texts: localTexts(item, [key, index]).flatMap(({ keys, text }) =>
      file ? [written(file, text[locale], [...keys, locale])] : [],
    ),
  }));
}
