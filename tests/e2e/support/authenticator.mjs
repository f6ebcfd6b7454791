/** Chromium's virtual authenticator in one page: what stands in for a fingerprint, and what it may refuse. */

/** `verifies`: it knows the person (a fingerprint, a PIN); otherwise it only notices a touch. Answers { credentials(), unplug() }. */
export async function plugIn(page, { verifies = true } = {}) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: verifies ? 'internal' : 'usb', hasResidentKey: verifies, hasUserVerification: verifies, isUserVerified: verifies,
    automaticPresenceSimulation: true,
  } });
  return {
    credentials: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    unplug: () => cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
  };
}
