// The form waits until page.js has told it how files are read and written.
window.CMS_MANUAL_INIT = true;
