using Turnkey.Cli;

return CommandLine.Run(args, Terminal.OfProcess());
