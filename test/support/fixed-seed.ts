import fc from 'fast-check';

// Every run draws the same examples: a red run is red for everybody. A property may name a seed of its own.
fc.configureGlobal({ seed: 20261123 });
