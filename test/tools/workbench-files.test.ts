import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStubConnector, type StubConnector } from '../../src/tools/workbench/connector/stub-connector.ts';

type ActivityJson = { type: string; name?: string; replyToId?: string; value: Record<string, unknown> };

let bot: Server;
let teams: StubConnector;
let received: ActivityJson[];

beforeEach(async () => {
  received = [];
  bot = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    received.push(JSON.parse(text));
    response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  const botUrl = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/api/messages`;
  teams = await createStubConnector({
    ...{ appId: 'app-1', tenantId: 'tenant-1', botUrl, people: [{ personaId: 'kari', name: 'Kari Solberg' }] },
  });
  await teams.listen();
});
afterEach(async () => {
  await teams.close();
  await new Promise((resolve) => bot.close(resolve));
});

const question = {
  contentType: 'application/vnd.microsoft.teams.card.file.consent',
  name: 'kursbevis.pdf',
  content: { description: 'Ditt', sizeInBytes: 5, acceptContext: { verb: 'a.yes' }, declineContext: { verb: 'a.no' } },
};
const info = {
  contentType: 'application/vnd.microsoft.teams.card.file.info',
  name: 'kursbevis.pdf',
  contentUrl: 'https://fjordvik-my.sharepoint.com/kursbevis.pdf',
  content: { uniqueId: 'u', fileType: 'pdf' },
};

async function send(attachment: object) {
  const chat = encodeURIComponent(teams.book.personalChatOf('kari').conversationId);
  const response = await fetch(`${teams.serviceUrl}v3/conversations/${chat}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', attachments: [attachment] }),
  });
  return { status: response.status, activityId: ((await response.json()) as { id: string }).id };
}

const put = (url: string, headers: Record<string, string> = { 'content-range': 'bytes 0-4/5' }) =>
  fetch(url, { method: 'PUT', body: 'hallo', headers }).then(({ status }) => status);

describe('the file cards of the workbench', () => {
  test('are kept as Teams shows them, and refused where Teams shows nothing', async () => {
    expect((await send(question)).status).toBe(201);
    expect((await send(info)).status).toBe(201);
    expect(teams.messagesTo('kari').map(({ file }) => file?.kind)).toEqual(['question', 'info']);
    const wrong = [
      { ...question, name: undefined },
      { ...question, content: { ...question.content, sizeInBytes: 0 } },
      { ...question, content: { ...question.content, acceptContext: 'x' } },
      { ...info, contentUrl: undefined },
      { ...info, content: {} },
    ];
    for (const attachment of wrong) expect((await send(attachment)).status).toBe(400);
  });

  test('tell the bot what was answered, with room for the file only on yes', async () => {
    const { activityId } = await send(question);
    await teams.answerFile('kari', activityId, 'decline');
    await teams.answerFile('kari', activityId, 'accept');
    expect(received).toMatchObject([
      {
        ...{ type: 'invoke', name: 'fileConsent/invoke', replyToId: activityId },
        value: { type: 'fileUpload', action: 'decline', context: { verb: 'a.no' } },
      },
      {
        value: {
          ...{ action: 'accept', context: { verb: 'a.yes' } },
          uploadInfo: { name: 'kursbevis.pdf', fileType: 'pdf', uploadUrl: expect.stringContaining(teams.url) },
        },
      },
    ]);
    expect(received[0]?.value).not.toHaveProperty('uploadInfo');
    await expect(teams.answerFile('kari', (await send(info)).activityId, 'accept')).rejects.toThrow(
      'asks about no file',
    );
  });

  test('take one whole file without a token, and show it', async () => {
    const room = teams.oneDrive.makeRoom('kursbevis.pdf');
    expect(await put(room.uploadUrl, { 'content-range': 'bytes 0-3/5' })).toBe(416);
    expect(await put(room.uploadUrl, { 'content-range': 'bytes 0-4/5', authorization: 'Bearer x' })).toBe(400);
    teams.oneDrive.refuseNext(503);
    expect(await put(room.uploadUrl)).toBe(503);
    expect(await put(room.uploadUrl)).toBe(201);
    expect(await put(room.uploadUrl)).toBe(404);
    expect(await (await fetch(room.contentUrl)).text()).toBe('hallo');
    expect((await fetch(`${teams.url}/onedrive/files/nothing/x.pdf`)).status).toBe(404);
    expect((await fetch(room.uploadUrl)).status).toBe(405);
  });

  test('of a person go to the bot with an address to fetch them at, in the private chat only', async () => {
    const base64 = Buffer.from('hallo').toString('base64');
    await teams.sendFile('kari', { name: 'tekster.xlsx', base64 });
    expect(received).toMatchObject([
      {
        type: 'message',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            ...{ name: 'tekster.xlsx', content: { fileType: 'xlsx', downloadUrl: expect.stringContaining(teams.url) } },
          },
          { contentType: 'text/html' },
        ],
      },
    ]);
    const [sent] = received as { attachments?: { content: { downloadUrl: string } }[] }[];
    const fetched = await fetch(sent?.attachments?.[0]?.content.downloadUrl ?? '');
    expect([fetched.headers.get('content-type'), await fetched.text()]).toEqual(['application/octet-stream', 'hallo']);
    const channel = teams.book.state.conversations.find(({ type }) => type !== 'personal');
    if (channel) {
      const options = { conversationId: channel.conversationId };
      await expect(teams.sendFile('kari', { name: 'a', base64 }, options)).rejects.toThrow('in private chats only');
    }
  });
});
