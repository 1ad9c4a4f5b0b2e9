// Plain JavaScript, loaded before an entry point (`node --import`): an older Node cannot read the TypeScript that would tell it so.
const least = 24;
const { node } = process.versions;
if (Number.parseInt(node, 10) < least) {
  console.error(
    `Undring needs Node ${least}, this is ${node}. Run "npm ci" (it brings Node ${least}), then "npm start".`,
  );
  process.exit(1);
}
