const { runInThisContext } = require('node:vm');

/**
 * `file-type` for tests. It is an ES module; Node loads it with `require`, as in production, but Jest's `require` cannot.
 * Outside Jest's context stands Node's own.
 */
const { createRequire } = runInThisContext('process').getBuiltinModule('node:module');
module.exports = createRequire(__filename)('file-type');
