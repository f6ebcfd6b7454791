/** What is fetched when somebody goes there. */
export const rooms = {
  attachment: () => import('../screens/AttachmentView.svelte'),
  circles: () => import('../screens/Circles.svelte'),
  coordinator: () => import('./CoordinatorRoom.svelte'),
  info: () => import('../info/Info.svelte'),
  lead: () => import('../screens/Release.svelte'),
  passkey: () => import('../screens/Passkey.svelte'),
  programme: () => import('../screens/ProgrammeNotes.svelte'),
  side: () => import('./SideRoom.svelte'),
  supporter: () => import('./SupporterRoom.svelte'),
};
