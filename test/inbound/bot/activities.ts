/** Activities as Teams sends them, with what a test wants to be different. */
export const tenantId = '11111111-0000-4000-8000-00000000beef';

const base = {
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:9/',
  from: { id: '29:kari', aadObjectId: '00000000-0000-4000-8000-000000000001', name: 'Kari' },
  recipient: { id: '28:bot', name: 'Undring' },
  conversation: { id: 'a:kari', conversationType: 'personal', tenantId },
  channelData: { tenant: { id: tenantId } },
  locale: 'nb-NO',
};

export const messageActivity = (text: string, more: object = {}): Record<string, unknown> => ({
  ...base,
  type: 'message',
  id: 'm1',
  text,
  ...more,
});

/** As Teams sends a file: with an address to fetch it at, and the same message once more as HTML. */
export const fileActivity = (downloadUrl: string, more: object = {}): Record<string, unknown> => ({
  ...messageActivity(''),
  attachments: [
    {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: 'tekster.xlsx',
      contentUrl: 'https://fjordvik-my.sharepoint.com/tekster.xlsx',
      content: { downloadUrl, uniqueId: 'u', fileType: 'xlsx' },
    },
    { contentType: 'text/html', content: '<p></p>' },
  ],
  ...more,
});

export const executeActivity = (verb: string, data: unknown, more: object = {}): Record<string, unknown> => ({
  ...base,
  type: 'invoke',
  id: 'i1',
  name: 'adaptiveCard/action',
  replyToId: 'card-1',
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  ...more,
});

export const submitActivity = (value: unknown, more: object = {}): Record<string, unknown> => ({
  ...base,
  type: 'message',
  id: 's1',
  value,
  replyToId: 'card-1',
  ...more,
});

export const consentActivity = (value: object, more: object = {}): Record<string, unknown> => ({
  ...base,
  type: 'invoke',
  id: 'f1',
  name: 'fileConsent/invoke',
  replyToId: 'question-1',
  value: { type: 'fileUpload', ...value },
  ...more,
});

export const installActivity = (action: string, more: object = {}): Record<string, unknown> => ({
  ...base,
  type: 'installationUpdate',
  id: 'u1',
  action,
  ...more,
});
