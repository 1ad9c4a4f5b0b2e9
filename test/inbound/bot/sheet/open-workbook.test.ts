import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../../../src/inbound/bot/sheet/open-workbook.ts';
import { workbookOf } from '../../../support/edit-workbook.ts';

const sound = await workbookOf([
  {
    sheet: 'Ark',
    rows: [
      ['a', 'b'],
      ['c', 1],
    ],
  },
]);
const sheetName = 'xl/worksheets/sheet1.xml';

/** The sound workbook with some of its parts exchanged. */
function withParts(change: (xml: string) => string, name = sheetName): Uint8Array {
  const parts = unzipSync(sound);
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) });
}
const withRows = (rows: string) =>
  withParts((xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`));
const reasonOf = async (bytes: Uint8Array) => {
  const opened = await openWorkbook(bytes);
  return opened.outcome === 'refused' ? opened.reason.code : opened.outcome;
};

/** An archive whose directory says that each part is smaller than it is. */
function lying(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  return copy;
}

describe('a workbook that somebody sent', () => {
  test('is opened', async () => {
    const opened = await openWorkbook(sound);
    expect(opened).toMatchObject({
      outcome: 'opened',
      sheets: [
        {
          rows: [
            ['a', 'b'],
            ['c', 1],
          ],
        },
      ],
    });
  });

  test.each([
    ['nothing', new Uint8Array(), 'not-excel'],
    ['a text with commas', strToU8('id;nb;nn\ncards;a;b'), 'not-excel'],
    ['a page of HTML', strToU8('<html><script>alert(1)</script></html>'), 'not-excel'],
    [
      'a document of Word',
      zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': strToU8('<a/>') }),
      'not-excel',
    ],
    ['a workbook of before 2007', strToU8('\xd0\xcf\x11\xe0 Workbook', true), 'old-excel'],
    ['an archive that is cut off', sound.slice(0, sound.length / 2), 'damaged'],
    [
      'an archive with its bytes mixed',
      Uint8Array.from(sound, (byte, at) => (at > 40 && at < 400 ? byte ^ 90 : byte)),
      'damaged',
    ],
  ])('is refused when it is %s', async (_what, bytes, reason) => {
    expect(await reasonOf(bytes)).toBe(reason);
  });

  test('with a password is told from an old one', async () => {
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await reasonOf(new Uint8Array(locked))).toBe('locked');
  });

  test('that unpacks to more than eight megabytes is not unpacked', async () => {
    const bomb = zipSync({ ...unzipSync(sound), [sheetName]: new Uint8Array(60_000_000) });
    expect(bomb.length).toBeLessThan(2_000_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await reasonOf(bomb)).toBe('too-large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  test('that lies about what it unpacks to gets no more room than it asked for', async () => {
    const bomb = lying(zipSync({ ...unzipSync(sound), [sheetName]: new Uint8Array(60_000_000) }));
    const before = process.memoryUsage().arrayBuffers;
    expect(await reasonOf(bomb)).not.toBe('opened');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  test('with hundreds of parts is refused, and parts with odd names are never looked at', async () => {
    const parts = unzipSync(sound);
    const odd = {
      '../../etc/passwd': strToU8('x'),
      '/xl/vbaProject.bin': strToU8('x'),
      'xl/worksheets/../a.xml': strToU8('<!DOCTYPE a>'),
    };
    expect(await reasonOf(zipSync({ ...parts, ...odd }))).toBe('opened');
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`xl/media/${at}.png`, new Uint8Array(1)]));
    expect(await reasonOf(zipSync({ ...parts, ...many }))).toBe('too-large');
  });

  test('with definitions of its own in the XML is refused', async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY b "haha"><!ENTITY c "&b;&b;&b;">]>';
    expect(await reasonOf(withParts((xml) => xml.replace('<worksheet', `${laughs}<worksheet`)))).toBe('damaged');
    const outside = '<!doctype a [<!entity x SYSTEM "file:///etc/passwd">]>';
    expect(await reasonOf(withParts((xml) => outside + xml, 'xl/workbook.xml'))).toBe('damaged');
  });

  test('with a hundred thousand rows, or one cell very far out, is refused before it is read', async () => {
    const row = (at: number) => `<row r="${at}"><c r="A${at}"><v>1</v></c></row>`;
    const rows = Array.from({ length: 100_000 }, (_, at) => row(at + 1)).join('');
    expect(await reasonOf(withRows(rows))).toBe('too-many-rows');
    expect(await reasonOf(withRows('<row><c><v>1</v></c></row>'.repeat(3_000)))).toBe('too-many-rows');
    expect(await reasonOf(withRows('<row r="1"><c r="XFD1048576"><v>1</v></c></row>'))).toBe('too-many-rows');
    expect(await reasonOf(withRows('<row r="1"><c r="AA1"><v>1</v></c></row>'))).toBe('too-many-rows');
    expect(await reasonOf(withRows(`<row r="1">${'<c><v>1</v></c>'.repeat(60_000)}</row>`))).toBe('too-many-rows');
    expect(await reasonOf(withRows("<row r='1'><c r='XFD1048576'><v>1</v></c></row>"))).toBe('too-many-rows');
    const odd = [
      's=">" r="XFD1048576"',
      's="<" r="XFD1048576"',
      'r = "XFD1048576"',
      'r="&#88;FD1048576"',
      'r="A999999999"',
      "r='XFD1'",
    ];
    for (const attributes of odd) {
      expect(await reasonOf(withRows(`<row r="1"><c ${attributes}><v>1</v></c></row>`))).toBe('too-many-rows');
    }
  });

  test.each(['<c ', '<c r="A1" ', '<row ', '<c r="A1"><f'])(
    'of megabytes of «%s» without an end is read once, and refused',
    async (piece) => {
      expect(await reasonOf(withRows(piece.repeat(7_000_000 / piece.length)))).toMatch(/too-many-rows|damaged/);
    },
  );

  test('with one tag of megabytes is refused', async () => {
    expect(await reasonOf(withRows(`<row r="1"><c${' r="A1"'.repeat(1_000_000)}><v>1</v></c></row>`))).toBe(
      'too-many-rows',
    );
  });

  test('may have an empty row at the very end, as LibreOffice writes it', async () => {
    const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>';
    const opened = await openWorkbook(withRows(`${cell}<row r="1048575" ht="13"/><row r="1048576" ht="13"></row>`));
    expect(opened).toMatchObject({ outcome: 'opened', sheets: [{ rows: [['a']] }] });
  });

  test('tells which cells are worked out by a formula, also where a name of the namespace is written', async () => {
    const cells =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>CONCATENATE("a")</f><v>a</v></c><c r="C1"/></row>';
    const opened = await openWorkbook(withRows(cells));
    expect(opened).toMatchObject({ outcome: 'opened', sheets: [{ formulas: new Set(['B1']) }] });
    const spaced = await openWorkbook(withRows('<row r="2"><c r="C2" >\n<f>A1</f><v>1</v></c></row>'));
    expect(spaced).toMatchObject({ sheets: [{ formulas: new Set(['C2']) }] });
  });

  test('reads rich text and several runs as the words they are', async () => {
    const opened = await openWorkbook(
      withRows(
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>Du </t></r><r><rPr><b/></rPr><t>må</t></r></is></c></row>',
      ),
    );
    expect(opened).toMatchObject({ sheets: [{ rows: [['Du må']] }] });
  });
});
