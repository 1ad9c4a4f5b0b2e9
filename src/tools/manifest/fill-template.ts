import { z } from 'zod';

const guid = z
  .string()
  .regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, 'give a guid such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301');
const https = z.url({ protocol: /^https$/, error: 'give an https:// address' });

/** What differs from one municipality's app to another's. */
export const manifestValuesSchema = z.object({
  appId: guid,
  botId: guid,
  /** Of the app package, `1.2.3`. Teams takes an update only when it is higher. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'give a version such as 1.2.3'),
  /** Where the service is reached, without https://. */
  host: z.string().regex(/^[a-z\d.-]+$/i, 'give a host name such as undring.fjordvik.example'),
  developer: z.string().min(1).max(32, 'give at most 32 characters'),
  websiteUrl: https,
  privacyUrl: https,
  termsUrl: https,
});
export type ManifestValues = z.infer<typeof manifestValuesSchema>;

/** Writes the values where the template says `{{name}}`. Throws when the template asks for something else. */
export function fillTemplate(template: string, values: ManifestValues): object {
  const byName = new Map(Object.entries(values));
  const text = template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = byName.get(name);
    if (value === undefined) throw new Error(`manifest.template.json asks for {{${name}}}; add it to fill-template.ts`);
    return JSON.stringify(value).slice(1, -1);
  });
  return z.looseObject({}).parse(JSON.parse(text));
}
