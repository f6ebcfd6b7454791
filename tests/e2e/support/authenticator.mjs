/** Chromium's virtual authenticator in one page: what stands in for a fingerprint, and what it may refuse. */

/** `verifies`: it knows the person (a fingerprint, a PIN). Answers { verify(yes), credentials() }. */
export async function plugIn(page, { verifies = true } = {}) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: verifies,
    automaticPresenceSimulation: true,
  } });
  return {
    verify: (yes) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: yes }),
    credentials: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
}
