// hearth: the command line.
using Hearth.Web;

await HearthWeb.RunAsync(args);
