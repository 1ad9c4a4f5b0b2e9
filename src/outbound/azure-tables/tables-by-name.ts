import { odata, type TableServiceClient } from '@azure/data-tables';
import { type Patience, patientRequest } from '../azure-storage/patient-request.ts';
import { readStorageError } from '../azure-storage/translate-error.ts';
import type { MonthTables } from './audit-table.ts';

/** Finds and drops tables by how their names begin, after the installation's prefix. */
export function tablesByName(
  service: TableServiceClient,
  prefix: string,
  { pageMs, writeMs }: Patience,
): Pick<MonthTables, 'list' | 'drop'> {
  return {
    async *list(start) {
      const from = `${prefix}${start}`;
      // `{` is the character after the last letter that a name may hold.
      const filter = odata`TableName ge ${from} and TableName lt ${`${from}{`}`;
      const names = await patientRequest('list tables', pageMs, async (abortSignal) => {
        const found: string[] = [];
        for await (const { name } of service.listTables({ queryOptions: { filter }, abortSignal })) {
          if (name?.startsWith(from)) found.push(name.slice(prefix.length));
        }
        return found;
      });
      yield* names.sort();
    },

    async drop(name) {
      await patientRequest(`drop table ${name}`, writeMs, (abortSignal) =>
        service.deleteTable(`${prefix}${name}`, { abortSignal }).catch((error: unknown) => {
          if (readStorageError(error).status !== 404) throw error;
        }),
      );
    },
  };
}
