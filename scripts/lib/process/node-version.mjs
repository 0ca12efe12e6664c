// Imported first by every entry point. Written so that old versions of Node can parse it and print the message.
var parts = process.versions.node.split('.').map(Number);
var fits = (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) && parts[0] < 27;

if (!fits) {
  console.error('Phiên bản Node đang dùng là ' + process.versions.node + '; tòa soạn cần Node từ 20.19 đến 26.');
  console.error('Hãy cài Node 22 hoặc 24 (https://nodejs.org) rồi chạy lại lệnh này.');
  process.exit(1);
}

// Before anything reads the clock: Strapi stores instants in the process's local time.
process.env.TZ = 'UTC';
