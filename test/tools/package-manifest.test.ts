import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createPackage } from '../../src/tools/manifest/create-package.ts';
import { fillTemplate } from '../../src/tools/manifest/fill-template.ts';
import { readOptions } from '../../src/tools/manifest/read-options.ts';
import { validatePackage } from '../../src/tools/manifest/validate.ts';

const folder = path.resolve(import.meta.dirname, '../../manifest');
const { values } = readOptions([], '1.2.3');

async function packageFiles(): Promise<Record<string, Uint8Array>> {
  const result = await createPackage(folder, values);
  if (result.outcome === 'refused') throw new Error(result.problems.join('\n'));
  return unzipSync(result.zip);
}

const readManifest = (files: Record<string, Uint8Array>) =>
  JSON.parse(new TextDecoder().decode(files['manifest.json']));

describe('the app package', () => {
  it('holds the manifest, both icons and a file for each language, and is valid', async () => {
    const files = await packageFiles();
    expect(Object.keys(files).sort()).toEqual([
      'color.png',
      'en.json',
      'manifest.json',
      'nb.json',
      'nn.json',
      'outline.png',
    ]);
    const manifest = readManifest(files);
    expect(manifest.id).toBe(values.appId);
    expect(manifest.bots[0].botId).toBe(values.botId);
    expect(manifest.version).toBe('1.2.3');
    expect(JSON.stringify(manifest)).not.toContain('{{');
  });

  it('says that the bot may ask to put a file in OneDrive: without it Teams shows no such question', async () => {
    expect(readManifest(await packageFiles()).bots[0].supportsFiles).toBe(true);
  });

  it('says the same in bokmål in the manifest and in its language file', async () => {
    const files = await packageFiles();
    const manifest = readManifest(files);
    const nb = JSON.parse(new TextDecoder().decode(files['nb.json']));
    expect(nb['name.full']).toBe(manifest.name.full);
    expect(nb['description.full']).toBe(manifest.description.full);
    for (const [list, { commands }] of manifest.bots[0].commandLists.entries()) {
      for (const [index, command] of commands.entries()) {
        expect(nb[`bots[0].commandLists[${list}].commands[${index}].title`]).toBe(command.title);
        expect(nb[`bots[0].commandLists[${list}].commands[${index}].description`]).toBe(command.description);
      }
    }
  });

  it('names the app registration only where Teams is to let us install it for people', async () => {
    expect(readManifest(await packageFiles())).not.toHaveProperty('webApplicationInfo');
    const { graphInstall } = readOptions(['--graph-install'], '1.2.3');
    const result = await createPackage(folder, values, { graphInstall });
    if (result.outcome === 'refused') throw new Error(result.problems.join('\n'));
    expect(readManifest(unzipSync(result.zip)).webApplicationInfo).toEqual({
      ...{ id: values.botId, resource: 'https://undring.fjordvik.example' },
    });
  });

  it('is the same package, byte for byte, from the same values', async () => {
    const [one, two] = await Promise.all([createPackage(folder, values), createPackage(folder, values)]);
    expect(one).toEqual(two);
  });
});

describe('a package that Teams would refuse', () => {
  const check = async (
    change: (manifest: ReturnType<typeof readManifest>, files: Record<string, Uint8Array>) => void,
  ) => {
    const files = await packageFiles();
    const manifest = readManifest(files);
    change(manifest, files);
    return (await validatePackage(manifest, files)).join('\n');
  };

  it('is refused when the manifest breaks the schema', async () => {
    expect(await check((manifest) => (manifest.name.short = 'x'.repeat(31)))).toContain('manifest.json');
  });

  it('is refused when a language file is missing, has a word too long, or lacks a command', async () => {
    expect(await check((_, files) => delete files['nn.json'])).toContain('nn.json: is missing');
    const change = (key: string, value?: string) => (_: unknown, files: Record<string, Uint8Array>) => {
      const words = JSON.parse(new TextDecoder().decode(files['en.json']));
      words[key] = value;
      files['en.json'] = new TextEncoder().encode(JSON.stringify(words));
    };
    expect(await check(change('name.short', 'x'.repeat(31)))).toContain('en.json');
    expect(await check(change('bots[0].commandLists[0].commands[3].title'))).toContain('commands[3].title');
  });

  it('is refused when an icon has the wrong size or the outline has a colour', async () => {
    expect(await check((_, files) => Object.assign(files, { 'color.png': files['outline.png'] }))).toContain(
      'color.png: is 32×32',
    );
    expect(await check((_, files) => Object.assign(files, { 'outline.png': files['color.png'] }))).toContain(
      'not white',
    );
  });
});

describe('the flags', () => {
  it('fill the developer, addresses and ids', () => {
    const {
      values: given,
      isExample,
      out,
    } = readOptions(
      [
        '--app-id',
        '11111111-2222-4333-8444-555555555555',
        '--host',
        'undring.example.org',
        '--developer',
        'Sund kommune',
      ],
      '0.1.0',
    );
    expect(given).toMatchObject({
      appId: '11111111-2222-4333-8444-555555555555',
      botId: '11111111-2222-4333-8444-555555555555',
      developer: 'Sund kommune',
      privacyUrl: 'https://undring.example.org/personvern',
    });
    expect({ isExample, out }).toEqual({ isExample: false, out: 'dist/undring.zip' });
  });

  it('are all complained of at once', () => {
    expect(() => readOptions(['--app-id', 'x', '--website', 'http://a'], '0.1.0')).toThrow(/guid.*https/s);
  });

  it('take the app id from the file that the service is started with', async () => {
    const place = await mkdtemp(path.join(tmpdir(), 'undring-'));
    const file = path.join(place, '.env');
    await writeFile(file, 'UNDRING_APP_ID=11111111-2222-4333-8444-555555555555\n');
    expect(readOptions(['--env', file], '0.1.0').values.appId).toBe('11111111-2222-4333-8444-555555555555');
    await rm(place, { recursive: true });
  });
});

describe('the template', () => {
  it('writes values as JSON, so that a quotation mark stays one', () => {
    expect(fillTemplate('{"a":"{{developer}}"}', { ...values, developer: 'A "B" kommune' })).toEqual({
      a: 'A "B" kommune',
    });
  });

  it('is refused when it asks for a value that nobody gives', async () => {
    const template = await readFile(path.join(folder, 'manifest.template.json'), 'utf8');
    expect(() => fillTemplate(template.replace('{{host}}', '{{hots}}'), values)).toThrow('{{hots}}');
  });
});
