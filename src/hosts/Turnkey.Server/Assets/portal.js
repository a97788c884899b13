// What pages do beyond being read. Every page is complete without; see the modules beside this one.
