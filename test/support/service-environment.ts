import { tenantId } from '../inbound/bot/activities.ts';
import { newPrefix } from './azurite.ts';

/** The app that the stubs of Teams know. */
export const appId = '11111111-0000-4000-8000-0000000000aa';

type Teams = { url: string; serviceUrl: string; openIdUrl(): string };

/** The settings of a whole service that speaks to this stub of Teams, with rows of its own in this storage. */
export const environmentFor = (teams: Teams, connectionString: string) => ({
  UNDRING_PORT: '0',
  UNDRING_APP_ID: appId,
  UNDRING_TENANT_ID: tenantId,
  UNDRING_CREDENTIALS: 'none',
  UNDRING_SERVICE_HOSTS: teams.url,
  UNDRING_DEFAULT_SERVICE_URL: teams.serviceUrl,
  UNDRING_OPENID_URL: teams.openIdUrl(),
  UNDRING_STORAGE_CONNECTION_STRING: connectionString,
  UNDRING_STORAGE_PREFIX: newPrefix(),
});
