import { useFavouriteStore } from '@/stores/favourites'

/** The models with a star, for components. */
export function useFavourites() {
  return useFavouriteStore()
}
