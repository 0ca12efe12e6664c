module.exports = require('./native-require')('preact');
