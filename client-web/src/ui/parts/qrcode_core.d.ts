/** The part of the package qrcode that makes the modules and draws nothing; its types cover only the front door. */
declare module 'qrcode/lib/core/qrcode.js' {
  export { create } from 'qrcode';
}
