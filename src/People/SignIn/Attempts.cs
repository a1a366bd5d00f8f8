// Counts tries in the database: first the try is written, then counted, so that many at once do not slip through together.
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.SignIn;

internal sealed class Attempts(HearthDb db, TimeProvider time)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Notes a try; false where there were already this many within a quarter of an hour.</summary>
    /// <param name="door">Which door: <c>staff-password</c>.</param>
    /// <param name="who">Address, number, account or part of the network.</param>
    /// <param name="most">Tries allowed in the window.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<bool> TryAsync(string door, string who, int most, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var key = KeyOf(door, who);
        db.Add(new SignInAttempt { Key = key, At = now });
        await db.SaveChangesAsync(stop);
        var since = now - Window;
        return await db.Set<SignInAttempt>().CountAsync(a => a.Key == key && a.At > since, stop) <= most;
    }

    /// <summary>Somebody came in by the right key: their earlier tries no longer count against them.</summary>
    public Task ForgiveAsync(string door, string who, CancellationToken stop)
    {
        var key = KeyOf(door, who);
        return db.Set<SignInAttempt>().Where(a => a.Key == key).ExecuteDeleteAsync(stop);
    }

    /// <summary>Takes back the newest try: it was right, and is no guess. The others still count: whoever holds one key must not wash away their guesses at others.</summary>
    public async Task TakeBackAsync(string door, string who, CancellationToken stop)
    {
        var key = KeyOf(door, who);
        var newest = await db.Set<SignInAttempt>()
            .Where(a => a.Key == key)
            .OrderByDescending(a => a.At)
            .ThenByDescending(a => a.Id)
            .Select(a => a.Id)
            .FirstOrDefaultAsync(stop);
        await db.Set<SignInAttempt>().Where(a => a.Id == newest).ExecuteDeleteAsync(stop);
    }

    /// <summary>True for the first in so long; noted in this unit of work, which the caller saves.</summary>
    public async Task<bool> FirstInAsync(TimeSpan span, string door, string who, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var key = KeyOf(door, who);
        var since = now - span;
        if (await db.Set<SignInAttempt>().AnyAsync(a => a.Key == key && a.At > since, stop))
        {
            return false;
        }
        db.Add(new SignInAttempt { Key = key, At = now });
        return true;
    }

    /// <summary>The part of the network a request comes from: 256 addresses of IPv4, one customer's /56 of IPv6.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }
        var bytes = address.GetAddressBytes();
        Array.Clear(
            bytes,
            address.AddressFamily == AddressFamily.InterNetwork ? 3 : 7,
            bytes.Length - (address.AddressFamily == AddressFamily.InterNetwork ? 3 : 7)
        );
        return new IPAddress(bytes).ToString();
    }

    private static string KeyOf(string door, string who) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{door}\n{who}")));
}
