module.exports = require('./native-require')('file-type');
