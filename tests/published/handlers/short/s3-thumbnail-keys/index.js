const path = require('path');
exports.handler = async (event) => {
  const bucket = event.Records[0].s3.bucket.name;
  const key = decodeURIComponent(event.Records[0].s3.object.key.replace(/\+/g, ' '));
  const { dir, name, ext } = path.parse(key);
  console.log(`Bucket: ${bucket}, key: ${key}`);
  return `s3://${bucket}/thumbnails/${dir}/${name}-small${ext.toLowerCase()}`;
};
