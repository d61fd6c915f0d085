// Starts the library's passkey functions on the forms that ask for one, and puts its errors into words on the page.
(function () {
  'use strict'

  function say (form, kind) {
    form.querySelectorAll('[data-trouble]').forEach(function (line) { line.hidden = line.dataset.trouble !== kind })
  }

  function kindOf (error) {
    if (error && error.name === 'NotAllowedError') return 'stopped'
    if (error && error.name === 'InvalidStateError') return 'known'
    return 'other'
  }

  function start (form) {
    const forms = window.allauth.webauthn.forms
    const ids = { credential: 'passkey_credential', login: 'passkey_button', signup: 'passkey_button', authenticate: 'passkey_button' }
    if (document.getElementById('passkey_options')) ids.data = 'passkey_options'
    const begin = { login: forms.loginForm, add: forms.signupForm, confirm: forms.authenticateForm }[form.dataset.passkey]
    begin({ ids })
    form.hidden = false
    document.querySelectorAll('[data-passkey-off]').forEach(function (line) { line.hidden = true })
    document.addEventListener('allauth.error', function (event) {
      event.preventDefault()
      say(form, kindOf(event.detail.exception))
    })
    document.getElementById('passkey_button').addEventListener('click', function () { say(form, '') })
  }

  document.addEventListener('DOMContentLoaded', function () {
    const form = document.querySelector('form[data-passkey]')
    if (form && window.PublicKeyCredential && window.allauth) start(form)
  })
})()
