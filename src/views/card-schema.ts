/** What a card of schema 1.5 may hold (https://adaptivecards.io/explorer): Teams renders 1.5 in every client. */
export const elementTypes: ReadonlySet<string> = new Set([
  'AdaptiveCard',
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'Image',
  'ImageSet',
  'Media',
  'MediaSource',
  'ActionSet',
  'Container',
  'ColumnSet',
  'Column',
  'FactSet',
  'Table',
  'TableRow',
  'TableCell',
  'Input.Text',
  'Input.Number',
  'Input.Date',
  'Input.Time',
  'Input.Toggle',
  'Input.ChoiceSet',
]);

export const actionTypes: ReadonlySet<string> = new Set([
  'Action.OpenUrl',
  'Action.Submit',
  'Action.ShowCard',
  'Action.ToggleVisibility',
  'Action.Execute',
]);

/** Properties that came after 1.5. A client that does not know one shows the element without it, so it must not carry meaning. */
export const newerProperties: ReadonlySet<string> = new Set([
  'targetWidth',
  'layouts',
  'grid.area',
  'roundedCorners',
  'showBorder',
  'labelPosition',
  'labelWidth',
  'inputStyle',
  'themedUrls',
  'themedIconUrls',
  'allowExpand',
  'menuActions',
  'conditionallyEnabled',
]);
