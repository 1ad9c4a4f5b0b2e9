/** Every text holds this, and nothing else in the world does. */
export const canary = 'zqxkanari';
