const config = {
  retries: Number.parseInt(process.env.RETRIES ?? '3', 10),
  featureX: process.env.FEATURE_X === 'true',
  region: process.env.AWS_REGION,
  stage: process.env.STAGE || 'dev',
  missing: process.env.NOPE,
};
exports.handler = async () => ({ ...config, has: 'RETRIES' in process.env, fn: process.env.AWS_LAMBDA_FUNCTION_NAME });
