// hearth staff: the first administrator's way in, who may sign in, a new link for a password that is lost, and a way back in without the phone.
using System.CommandLine;
using Hearth.People.Public;
using Hearth.Storage.Public;

namespace Hearth.Cli.Commands;

internal static class StaffCommand
{
    public static Command Create() => new("staff", "Who may sign in to work here.") { Add(), List(), Link(), ResetSecondStep() };

    private static Command Add()
    {
        var (database, format) = (Common.Database(), Common.Format());
        var email = new Option<string>("--email") { Description = "Their e-mail address.", Required = true };
        var name = new Option<string>("--name") { Description = "Their full name.", Required = true };
        var roles = new Option<string[]>("--role")
        {
            Description = $"May be said more than once. {string.Join(", ", Enum.GetNames<Role>())}.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        roles.Validators.Add(found =>
        {
            foreach (
                var wrong in found.Tokens.Where(token => !Enum.GetNames<Role>().Contains(token.Value, StringComparer.OrdinalIgnoreCase))
            )
            {
                found.AddError($"There is no role {wrong.Value}. There are: {string.Join(", ", Enum.GetNames<Role>())}.");
            }
        });
        var command = new Command("add", "Makes an account and prints the link, good once, by which its owner chooses a password.")
        {
            email,
            name,
            roles,
            database,
            format,
        };
        command.SetAction(
            (parsed, stop) =>
                WithAccountsAsync(
                    parsed.GetValue(database),
                    "staff add",
                    stop,
                    async (accounts, address) =>
                    {
                        var as_ = parsed.GetValue(roles)!.Select(role => Enum.Parse<Role>(role, ignoreCase: true)).Distinct().ToList();
                        var made = await accounts.CreateAsync(parsed.GetValue(email)!, parsed.GetValue(name)!, as_, stop);
                        if (made.Refusal is { } refusal)
                        {
                            await Console.Error.WriteLineAsync(refusal);
                            return 1;
                        }
                        var link = await LinkAsync(address, made.WelcomePath!);
                        Common.Print(
                            parsed.GetValue(format),
                            new
                            {
                                made.Id,
                                Email = parsed.GetValue(email),
                                Roles = as_.Select(role => role.ToString()),
                                Link = link,
                            },
                            () => [link, "Give it to them: it works once, for seven days."]
                        );
                        return 0;
                    }
                )
        );
        return command;
    }

    private static Command List()
    {
        var (database, format) = (Common.Database(), Common.Format());
        var command = new Command("list", "Everybody who has an account.") { database, format };
        command.SetAction(
            (parsed, stop) =>
                WithAccountsAsync(
                    parsed.GetValue(database),
                    "staff list",
                    stop,
                    async (accounts, _) =>
                    {
                        var all = await accounts.ListAsync(stop);
                        Common.Print(
                            parsed.GetValue(format),
                            all.Select(a => new
                            {
                                a.Id,
                                a.Name,
                                a.Email,
                                Roles = a.Roles.Select(role => role.ToString()),
                                a.Suspended,
                                a.HasPassword,
                                a.HasSecondStep,
                            }),
                            () => all.Count == 0 ? ["Nobody yet. hearth staff add makes the first."] : all.Select(Line)
                        );
                        return 0;
                    }
                )
        );
        return command;
    }

    private static Command Link() =>
        NewWayIn(
            "link",
            "Prints a new link for somebody whose password is lost or was never chosen. An older link ends.",
            (accounts, email, stop) => accounts.NewLinkAsync(email, stop)
        );

    private static Command ResetSecondStep() =>
        NewWayIn(
            "reset-second-step",
            "Prints a link for somebody who has lost their phone and recovery codes: password and second step are set up anew, and every session ends.",
            (accounts, email, stop) => accounts.ResetSecondStepAsync(email, stop)
        );

    private static Command NewWayIn(string name, string words, Func<StaffAccounts, string, CancellationToken, Task<string?>> give)
    {
        var (database, format) = (Common.Database(), Common.Format());
        var email = new Option<string>("--email") { Description = "The address of their account.", Required = true };
        var command = new Command(name, words) { email, database, format };
        command.SetAction(
            (parsed, stop) =>
                WithAccountsAsync(
                    parsed.GetValue(database),
                    $"staff {name}",
                    stop,
                    async (accounts, address) =>
                    {
                        if (await give(accounts, parsed.GetValue(email)!, stop) is not { } path)
                        {
                            await Console.Error.WriteLineAsync(
                                $"Nobody who may sign in has the address {parsed.GetValue(email)}. hearth staff list shows who is there."
                            );
                            return 1;
                        }
                        var link = await LinkAsync(address, path);
                        Common.Print(
                            parsed.GetValue(format),
                            new { Email = parsed.GetValue(email), Link = link },
                            () => [link, "It works once, for seven days."]
                        );
                        return 0;
                    }
                )
        );
        return command;
    }

    private static Task<int> WithAccountsAsync(
        string? database,
        string command,
        CancellationToken stop,
        Func<StaffAccounts, PublicAddress, Task<int>> work
    ) =>
        Common.WithServicesAsync(
            database,
            command,
            async services =>
            {
                if (await Common.NotReadyAsync(services, stop) is { } notReady)
                {
                    await Console.Error.WriteLineAsync(notReady);
                    return 1;
                }
                return await work(services.GetRequiredService<StaffAccounts>(), services.GetRequiredService<PublicAddress>());
            }
        );

    private static async Task<string> LinkAsync(PublicAddress address, string path)
    {
        if (address.Set is { } set)
        {
            return set + path;
        }
        await Console.Error.WriteLineAsync("Hearth__PublicAddress is not set: the link leads to where hearth serve listens by default.");
        return ServeCommand.DefaultAddress + path;
    }

    private static string Line(StaffMember member) =>
        $"{member.Name} <{member.Email}>: {string.Join(", ", member.Roles)}"
        + (
            member.Suspended ? "; suspended"
            : member.HasPassword
                ? member.HasSecondStep ? ""
                    : "; no second step yet"
            : "; no password yet"
        );
}
