import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';

/** pngjs brings no types. */
const { PNG }: { PNG: { sync: { read(png: Buffer): { width: number; height: number; data: Buffer } } } } =
  createRequire(import.meta.url)('pngjs');

type Files = Readonly<Record<string, Uint8Array>>;
type Manifest = TeamsManifest & {
  manifestVersion: string;
  icons: { color: string; outline: string };
  localizationInfo?: { defaultLanguageFile?: string; additionalLanguages?: readonly { file: string }[] };
  bots?: readonly { commandLists?: readonly { commands: readonly { title: string }[] }[] }[];
};

/** Everything that Teams would refuse the package for, without a network: schema, language files, icons. Empty when it is good. */
export async function validatePackage(manifest: object, files: Files): Promise<readonly string[]> {
  const schemaErrors = await AppManifestUtils.validateAgainstSchema(manifest as Manifest);
  if (schemaErrors.length > 0) return schemaErrors.map((error) => `manifest.json: ${error}`);
  const teams = manifest as Manifest;
  return [
    ...languageFilesOf(teams).flatMap((file) => validateLanguage(teams, file, files[file])),
    ...validateIcon(teams.icons.color, files[teams.icons.color], 192),
    ...validateIcon(teams.icons.outline, files[teams.icons.outline], 32),
    ...validateOutline(teams.icons.outline, files[teams.icons.outline]),
  ];
}

function languageFilesOf({ localizationInfo }: Manifest): string[] {
  const own = localizationInfo?.defaultLanguageFile;
  return [...(own ? [own] : []), ...(localizationInfo?.additionalLanguages ?? []).map(({ file }) => file)];
}

/** The validator's own check of language files crashes on their schema's patterns, so its ajv compiles the schema without the u flag. */
function validateLanguage(manifest: Manifest, file: string, content: Uint8Array | undefined): string[] {
  if (!content) return [`${file}: is missing; put it beside manifest.template.json`];
  const require = createRequire(createRequire(import.meta.url).resolve('@microsoft/app-manifest'));
  const Ajv = require('ajv-draft-04');
  const folder = path.join(path.dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas/teams');
  const schemaFile = path.join(folder, `v${manifest.manifestVersion}`, 'MicrosoftTeams.Localization.schema.json');
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, formats: { uri: true } });
  const check = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
  const words: unknown = JSON.parse(new TextDecoder().decode(content));
  const errors: string[] = check(words)
    ? []
    : check.errors.map((error: object) => `${file}: ${ajv.errorsText([error])}`);
  const missing = translatableKeys(manifest).filter((key) => !(typeof words === 'object' && words && key in words));
  return [...errors, ...missing.map((key) => `${file}: lacks "${key}"; translate it`)];
}

function translatableKeys({ bots }: Manifest): string[] {
  const commands = (bots?.[0]?.commandLists ?? []).flatMap(({ commands }, list) =>
    commands.flatMap((_, index) => {
      const at = `bots[0].commandLists[${list}].commands[${index}]`;
      return [`${at}.title`, `${at}.description`];
    }),
  );
  return ['name.short', 'name.full', 'description.short', 'description.full', ...commands];
}

function validateIcon(name: string, content: Uint8Array | undefined, size: number): string[] {
  if (!content) return [`${name}: is missing; run npm run draw:icons`];
  const { width, height } = PNG.sync.read(Buffer.from(content));
  return width === size && height === size ? [] : [`${name}: is ${width}×${height}; Teams wants ${size}×${size}`];
}

/** Teams paints the outline itself: every pixel that is not transparent must be white. */
function validateOutline(name: string, content: Uint8Array | undefined): string[] {
  if (!content) return [];
  const { data } = PNG.sync.read(Buffer.from(content));
  let isTransparentSomewhere = false;
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0;
    if (alpha === 0) isTransparentSomewhere = true;
    else if (Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) < 250)
      return [`${name}: has a pixel that is not white`];
  }
  return isTransparentSomewhere ? [] : [`${name}: is not transparent`];
}
