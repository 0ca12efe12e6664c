module.exports = require('../../../dist/src/plugins/upload-guard/server/src');
