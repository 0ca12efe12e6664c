const { runInThisContext } = require('node:vm');

/**
 * `require` for ES modules in tests: Node's own, as in production, which Jest's `require` cannot. It stands outside
 * Jest's context.
 */
const { createRequire } = runInThisContext('process').getBuiltinModule('node:module');
module.exports = createRequire(__filename);
