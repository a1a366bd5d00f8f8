// hearth serve: the web.
using System.CommandLine;
using Hearth.Web;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Hearth.Cli.Commands;

internal static class ServeCommand
{
    public const string DefaultAddress = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var database = Common.Database();
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => DefaultAddress };
        var demo = new Option<bool>("--demo") { Description = "Shows the demo's sign-ins. Never with real tenants." };
        var command = new Command("serve", "Serves Hearth until stopped.") { database, urls, demo };
        command.SetAction(
            async (parsed, stop) =>
            {
                var app = HearthWeb.Create(
                    [],
                    builder =>
                    {
                        Common.Adjust(builder, parsed.GetValue(database));
                        builder.WebHost.UseUrls(parsed.GetValue(urls)!);
                        if (parsed.GetValue(demo))
                        {
                            builder.Configuration["Hearth:Demo"] = "true";
                        }
                    }
                );
                await HearthWeb.PrepareAsync(app);
                await app.StartAsync(stop);
                var addresses = app
                    .Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
                    .Features.Get<IServerAddressesFeature>()!
                    .Addresses;
                foreach (var address in addresses)
                {
                    await Console.Out.WriteLineAsync($"Hearth is at {address}");
                    if (parsed.GetValue(demo))
                    {
                        await Console.Out.WriteLineAsync(
                            $"Staff sign in at {address}/staff/sign-in: choose one of the demo's people, no password."
                        );
                        await Console.Out.WriteLineAsync($"Tenants: {address}/  Messages that would go out: {address}/messages");
                    }
                }
                await app.WaitForShutdownAsync(stop);
                return 0;
            }
        );
        return command;
    }
}
