/** What is fetched when somebody goes there. */
export const rooms = {
  attachment: () => import('../screens/AttachmentView.svelte'),
  awaited: () => import('../screens/Awaited.svelte'),
  circles: () => import('../screens/Circles.svelte'),
  coordinator: () => import('./CoordinatorRoom.svelte'),
  count: () => import('../screens/CountPanel.svelte'),
  destroyed: () => import('../screens/Destroyed.svelte'),
  elsewhere: () => import('../screens/Elsewhere.svelte'),
  info: () => import('../info/Info.svelte'),
  lead: () => import('../screens/Release.svelte'),
  passkey: () => import('../screens/Passkey.svelte'),
  programme: () => import('../screens/ProgrammeNotes.svelte'),
  side: () => import('./SideRoom.svelte'),
  supporter: () => import('./SupporterRoom.svelte'),
  thread: () => import('../screens/ThreadNote.svelte'),
};
