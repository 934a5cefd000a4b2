// The library in which Windows 10 keeps ProcessPrng, by which Go's runtime gets its
// randomness. Wine has it from version 9 on; an older one is given this, which asks
// the same generator by its older name. It is built without a C library, whose end
// of a thread is not sound on wine.
#include <windows.h>
#include <ntsecapi.h>

BOOL WINAPI DllMain(HINSTANCE self, DWORD why, LPVOID reserved) {
	return TRUE;
}

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) {
	while (size > 0) {
		ULONG part = size > 1 << 20 ? 1 << 20 : (ULONG)size;
		if (!RtlGenRandom(data, part))
			return FALSE;
		data += part;
		size -= part;
	}
	return TRUE;
}
