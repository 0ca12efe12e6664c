// Imported first by every entry, and written for old Nodes to parse: it is what tells people that theirs is too old.
var parts = process.versions.node.split('.').map(Number);
var fits = (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) && parts[0] < 27;

if (!fits) {
  console.error('Phiên bản Node đang dùng là ' + process.versions.node + '; tòa soạn cần Node từ 20.19 đến 26.');
  console.error('Hãy cài Node 22 hoặc 24 (https://nodejs.org) rồi chạy lại lệnh này.');
  process.exit(1);
}

// Before anything reads the clock: Strapi stores instants in the process's local time.
process.env.TZ = 'UTC';
