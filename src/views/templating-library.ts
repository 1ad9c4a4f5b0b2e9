import { createRequire } from 'node:module';

/** The parts of `adaptivecards-templating` that we use. */
type TemplatingLibrary = {
  Template: new (template: unknown) => { expand(context: { $root: unknown }): unknown };
  GlobalSettings: { getUndefinedFieldValueSubstitutionString?: (path: string) => string | undefined };
};

export type Template = InstanceType<TemplatingLibrary['Template']>;

/** Its own declarations pull in TypeScript sources of `adaptivecards` that do not compile under our settings. */
export const { Template, GlobalSettings }: TemplatingLibrary = createRequire(import.meta.url)(
  'adaptivecards-templating',
);
