// After a page that shows people was made for a member of staff, and before they see it: each of those people has one more look on record.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Looks;

internal sealed class RecordLooks(Actor actor, IServiceScopeFactory scopes, TimeProvider time) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (
            actor is not { Kind: ActorKind.Staff, Id: { } staff }
            || context.HandlerInstance is not IShowsPeople page
            || done.Exception is not null
            || done.Result is not (null or PageResult or FileResult or ContentResult)
        )
        {
            return;
        }
        var people = page.PeopleShown.Where(id => id != Guid.Empty).Distinct().ToList();
        if (people.Count > 0)
        {
            var route = "/" + context.ActionDescriptor.AttributeRouteInfo?.Template?.TrimStart('/');
            await WriteAsync(staff, people, route, context.HttpContext.RequestAborted);
        }
    }

    // in a scope of its own: what the page left unsaved is none of ours
    private async Task WriteAsync(Guid staff, List<Guid> people, string route, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HearthDb>();
        var (now, day) = (time.GetUtcNow(), time.Today());
        for (var tries = 0; ; tries++)
        {
            var known = await db.Set<Look>()
                .Where(l => people.Contains(l.PersonId) && l.StaffId == staff && l.Page == route && l.Day == day)
                .Select(l => l.PersonId)
                .ToListAsync(stop);
            if (known.Count > 0)
            {
                await db.Set<Look>()
                    .Where(l => known.Contains(l.PersonId) && l.StaffId == staff && l.Page == route && l.Day == day)
                    .ExecuteUpdateAsync(l => l.SetProperty(x => x.LastAt, now).SetProperty(x => x.Times, x => x.Times + 1), stop);
            }
            people = [.. people.Except(known)];
            db.AddRange(
                people.Select(person => new Look
                {
                    PersonId = person,
                    StaffId = staff,
                    StaffName = actor.Name,
                    Page = route,
                    Day = day,
                    LastAt = now,
                    Times = 1,
                })
            );
            try
            {
                await db.SaveChangesAsync(stop);
                return;
            }
            catch (DbUpdateException failure) when (tries < 3 && failure.IsDuplicate())
            {
                // the same page was opened twice in one moment
                db.ChangeTracker.Clear();
            }
        }
    }
}
