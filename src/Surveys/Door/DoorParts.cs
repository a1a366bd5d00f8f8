// The door's own services.
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Door;

internal static class DoorParts
{
    public static IServiceCollection AddDoor(this IServiceCollection services)
    {
        services.AddSingleton<DoorSeal>();
        services.AddScoped<TakeDoorList>();
        services.AddScoped<WhatTheDeviceHolds>();
        services.AddScoped<TakeInFromDoors>();
        services.AddScoped<IJob, ForgetDoorLists>();
        return services;
    }
}
