exports.handler = async (event, context) => {
  const [, domain] = event.request.userAttributes.email.split('@');
  event.response.autoConfirmUser = domain === 'corp.com';
  if (Object.hasOwn(event.request.userAttributes, 'email')) event.response.autoVerifyEmail = true;
  return event;
};
