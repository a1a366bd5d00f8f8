// The web host, run by itself (a container, a service). The command line's "serve" runs the same.
using Hearth.Web;

await HearthWeb.RunAsync(args);

public partial class Program;
