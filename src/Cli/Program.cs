// hearth: the command line. Each command is one file in Commands.
using System.CommandLine;
using Hearth.Cli;
using Hearth.Cli.Commands;

var root = new RootCommand("Hearth: the tenant engagement system of a social landlord.");
root.Add(ServeCommand.Create());
root.Add(MigrateCommand.Create());
root.Add(DemoCommand.Create());
root.Add(ExportCommand.Create());
root.Add(BackupCommand.Create());
root.Add(RestoreCommand.Create());
root.Add(CheckCommand.Create());
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ExitWith();
