// What the audit holds.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Support;

public static class TestAudit
{
    /// <summary>The details of every line with this action, oldest first.</summary>
    public static Task<List<string?>> AuditAsync(this HearthApp hearth, string action) =>
        hearth.InScopeAsync(services =>
            services
                .GetRequiredService<HearthDb>()
                .Set<AuditLine>()
                .Where(line => line.Action == action)
                .OrderBy(line => line.Id)
                .Select(line => line.Detail)
                .ToListAsync()
        );
}
