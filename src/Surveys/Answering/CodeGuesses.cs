// Counts wrong codes in the database, by where they came from. Only wrong ones: a home with a right code is never kept out by its neighbours' mistakes.
using System.Net.Sockets;
using System.Security.Cryptography;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering;

internal sealed class CodeGuesses(HearthDb db, TimeProvider time, IHttpContextAccessor http)
{
    /// <summary>Wrong codes from one place before it is told that these are too many; no more are written down then.</summary>
    public const int Allowed = 60;

    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    /// <summary>Whether too many wrong codes have come from where this request comes from.</summary>
    public async Task<bool> TooManyAsync(CancellationToken stop)
    {
        var (origin, since) = (Origin(), time.GetUtcNow() - Within);
        return await db.Set<WrongCode>().CountAsync(wrong => wrong.Origin == origin && wrong.At > since, stop) >= Allowed;
    }

    /// <summary>Notes a wrong code.</summary>
    public async Task WrongAsync(CancellationToken stop)
    {
        if (await TooManyAsync(stop))
        {
            return;
        }
        db.Add(new WrongCode { Origin = Origin(), At = time.GetUtcNow() });
        await db.SaveChangesAsync(stop);
    }

    // one address of IPv4; of IPv6 the half that one customer has
    private string Origin()
    {
        if (http.HttpContext?.Connection.RemoteIpAddress is not { } address)
        {
            return "here";
        }
        var whole = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = whole.GetAddressBytes();
        return Convert.ToHexString(SHA256.HashData(whole.AddressFamily == AddressFamily.InterNetworkV6 ? bytes.AsSpan(0, 8) : bytes));
    }
}
