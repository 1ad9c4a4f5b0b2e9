/** Where Teams says that a file may be put, when somebody has said yes to it. */
export const uploadInfo = {
  uploadUrl: 'https://fjordvik-my.sharepoint.com/personal/kari/_api/up?tempauth=x',
  contentUrl: 'https://fjordvik-my.sharepoint.com/personal/kari/Documents/file',
  uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C8C',
};
