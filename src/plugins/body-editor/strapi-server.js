module.exports = require('../../../dist/src/plugins/body-editor/server/src');
