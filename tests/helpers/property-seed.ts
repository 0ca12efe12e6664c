import fc from 'fast-check';

// The same cases on every machine, so that a red run is about the change; other cases by PROPERTY_SEED=12345 npm test.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20210219) });
