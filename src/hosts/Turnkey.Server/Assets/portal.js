// What pages do beyond being read. Every page is complete without it: forms post, links lead.

// A file dropped on the box is as good as one chosen in it; while it goes up, a bar shows how far.
for (const form of document.querySelectorAll('form[data-drop]')) {
  const input = form.querySelector('input[type=file]')
  const bar = form.querySelector('progress')
  for (const event of ['dragenter', 'dragover']) form.addEventListener(event, e => { e.preventDefault(); form.classList.add('over') })
  for (const event of ['dragleave', 'drop']) form.addEventListener(event, () => form.classList.remove('over'))
  form.addEventListener('drop', e => {
    e.preventDefault()
    if (e.dataTransfer.files.length === 0) return
    input.files = e.dataTransfer.files
    form.requestSubmit()
  })
  form.addEventListener('submit', e => {
    e.preventDefault()
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.upload.addEventListener('progress', p => { if (p.lengthComputable) { bar.hidden = false; bar.value = 100 * p.loaded / p.total } })
    request.addEventListener('load', () => {
      if (request.status < 400) location.reload()
      else showRefusal(form, new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('p')?.textContent ?? 'The upload did not work.')
    })
    request.addEventListener('error', () => showRefusal(form, 'The upload was cut off; try again.'))
    request.send(new FormData(form))
  })
}

function showRefusal(form, text) {
  form.querySelector('progress').hidden = true
  const line = form.parentElement.querySelector('p.error') ?? form.parentElement.insertBefore(Object.assign(document.createElement('p'), { className: 'error' }), form)
  line.setAttribute('role', 'alert')
  line.textContent = text
}

// Work under way: the bar moves as the server tells; when it ends, the page is read anew with the result.
for (const line of document.querySelectorAll('[data-job]')) {
  const bar = line.querySelector('progress')
  const text = line.querySelector('span')
  const doing = text.textContent.split(':')[0].replace(' …', '')
  const events = new EventSource(`/jobs/${line.dataset.job}/events`)
  events.addEventListener('message', e => {
    const job = JSON.parse(e.data)
    bar.value = job.permille
    if (job.stage) text.textContent = `${doing}: ${job.stage} …`
    if (job.state !== 'waiting' && job.state !== 'running') { events.close(); location.reload() }
  })
}
