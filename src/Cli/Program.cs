// hearth: the command line. Each command is one file in Commands, or a folder in Analysts.
using System.CommandLine;
using Hearth.Cli;
using Hearth.Cli.Analysts;
using Hearth.Cli.Commands;

var root = new RootCommand("Hearth: the tenant engagement system of a social landlord.");
root.Add(ServeCommand.Create());
root.Add(MigrateCommand.Create());
root.Add(DemoCommand.Create());
root.Add(ImportCommand.Create());
root.Add(ExportCommand.Create());
root.Add(BackupCommand.Create());
root.Add(RestoreCommand.Create());
root.Add(CheckCommand.Create());
root.Add(StaffCommand.Create());
foreach (var command in AnalystCommands.All())
{
    root.Add(command);
}
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    var words = parsed.Errors.Select(error => error.Message).Append("Add --help to see what there is.");
    return await Ending.WrongAsync(string.Join(Environment.NewLine, words));
}
return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ExitWith();
