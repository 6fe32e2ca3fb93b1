const { execSync } = require('child_process');
exports.handler = async () => execSync('echo hello').toString().trim();
