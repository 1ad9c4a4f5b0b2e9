import { isMap, isSeq } from 'yaml';
import type { Contact } from '../../features/guide/facts.ts';
import { editYaml } from './edit-yaml.ts';

/** `contacts.yaml` with the numbers that hold now, and the dates that go with them. */
export function exportContacts(text: string, changed: readonly Contact[]): string {
  return editYaml(text, (document) => {
    const contacts = document.get('contacts');
    if (!isSeq(contacts)) return;
    for (const entry of contacts.items) {
      const contact = isMap(entry) ? changed.find(({ contactId }) => contactId === entry.get('id')) : undefined;
      if (!contact || !isMap(entry)) continue;
      entry.set('number', contact.number);
      if (entry.has('isExample')) entry.delete('isExample');
      entry.set('verifiedAt', contact.verifiedAt);
      entry.set('validTo', contact.validTo);
    }
  });
}
